import Glibc

let program = Program(environment: .current())
exit(await program.run(CommandLine.words()).rawValue)
