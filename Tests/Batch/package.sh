#!/bin/bash
# Installs the .deb, uses it, removes it: package.sh build/dist. Needs root, and mandoc, zsh and fish
# where they are to be asked.
set -euo pipefail
directory=$(readlink -f "$1")
(cd "$directory" && sha256sum --quiet --check SHA256SUMS)
dpkg --install "$directory"/engross-*.deb > /dev/null
trap 'dpkg --purge engross > /dev/null' EXIT
echo "A letter." | /usr/bin/engross encode | /usr/bin/engross text | grep -qx "A letter."
page=/usr/share/man/man1/engross.1.gz
zcat $page | groff -man -ww -Tutf8 2>&1 > /dev/null | (! grep .)
if command -v mandoc > /dev/null; then zcat $page | mandoc -Tlint | (! grep .); fi
bash -c 'source /usr/share/bash-completion/completions/engross
  COMP_WORDS=(engross encode --gen) COMP_CWORD=2; _engross; [[ ${COMPREPLY[*]} == --genre ]]
  COMP_WORDS=(engross text -r cor) COMP_CWORD=3; _engross; [[ ${COMPREPLY[*]} == corrected ]]
  COMP_WORDS=(engross val) COMP_CWORD=1; _engross; [[ ${COMPREPLY[*]} == validate ]]'
if command -v zsh > /dev/null; then
  zsh -f -c 'autoload -U compinit; compinit -D -u; [[ ${_comps[engross]} == _engross ]]
    autoload +X _engross && whence -w _engross > /dev/null'
fi
if command -v fish > /dev/null; then
  fish -c 'complete -C "engross encode --gen"' | grep '^--genre' > /dev/null
  fish -c 'complete -C "engross text --reading "' | grep '^corrected' > /dev/null
fi
dpkg --purge engross > /dev/null
trap - EXIT
test ! -e /usr/bin/engross -a ! -e $page
# Nothing but the binary, not even /proc.
root=$(mktemp -d)
cp "$directory/engross" "$root"
printf 'A letter of May 5, 1997.\n' > "$root/a.txt"
chroot "$root" /engross encode -d out /a.txt
chroot "$root" /engross validate --quiet /out/a.xml
printf '<?xml version="1.0" encoding="windows-1250"?><a>\xe8</a>' > "$root/b.xml"
# It's not TEI; what counts is that it could be decoded.
(chroot "$root" /engross validate --quiet /b.xml || true) | grep wrong-namespace > /dev/null
rm -r "$root"
echo "the package installs, works, completes, goes; the binary needs nothing beside it"
