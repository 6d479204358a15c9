import Glibc

let program = Program(environment: .current())
exit(await program.run(Word.commandLine()).rawValue)
