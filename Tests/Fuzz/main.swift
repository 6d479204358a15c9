import Glibc

/// libFuzzer's entry; its library is linked without a main function of its own.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

// All arguments are libFuzzer's, which starts the program anew with them; ENGROSS_FUZZ names the target.
var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
exit(
  runDriver(&count, &arguments) { bytes, count in
    // Safe: libFuzzer's bytes live until the callback returns; copied here.
    let input = Array(UnsafeBufferPointer(start: bytes, count: count))
    FuzzTarget.chosen.run(input)
    return 0
  })
