import Glibc

/// The process's memory, as the C library keeps it (mallopt(3)).
enum Heap {
  /// Keeps what a document gave back for the next one.
  ///
  /// By default the library returns it, and the kernel clears each page anew: a tenth of the time
  /// that documents of a megabyte took.
  static func keep() {
    mallopt(M_MMAP_THRESHOLD, 32 << 20)
    mallopt(M_TRIM_THRESHOLD, 256 << 20)
  }
}
