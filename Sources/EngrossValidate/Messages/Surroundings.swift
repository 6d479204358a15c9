import EngrossModel

/// A document's tree, asked what stands around a fault; it's made for the first question.
final class Surroundings {
  /// An element and where its start tag is.
  struct Place {
    let name: Name
    let offset: Int
  }

  private let read: () -> Document?
  private lazy var tree = read().map { Tree($0) }

  /// - Parameter document: reads the document; nil where it can't be read.
  init(_ document: @escaping () -> Document?) { read = document }

  /// The element around the one at an offset.
  func parent(ofElementAt offset: Int) -> Place? { tree?.parent(ofElementAt: offset) }

  /// The elements that stand in the one at an offset, before another offset.
  func children(ofElementAt offset: Int, before end: Int) -> [Place] {
    tree?.children(ofElementAt: offset, before: end) ?? []
  }
}

private struct Tree {
  typealias Place = Surroundings.Place

  private let document: Document
  /// The node of each node's parent; -1 where it has none.
  private let parents: [Int32]

  init(_ document: Document) {
    self.document = document
    parents = Self.parents(in: document)
  }

  private static func parents(in document: Document) -> [Int32] {
    var parents = Array(repeating: Int32(-1), count: document.nodes.count)
    var open: [Int] = []
    for (index, node) in document.nodes.enumerated() {
      while let last = open.last, Int(document.nodes[last].next) <= index { open.removeLast() }
      parents[index] = Int32(open.last ?? -1)
      if node.kind == .element { open.append(index) }
    }
    return parents
  }

  func parent(ofElementAt offset: Int) -> Place? {
    guard let node = element(at: offset), parents[node] >= 0 else { return nil }
    return place(Int(parents[node]))
  }

  func children(ofElementAt offset: Int, before end: Int) -> [Place] {
    guard let node = element(at: offset) else { return [] }
    var found: [Place] = []
    var child = node + 1
    let last = Int(document.nodes[node].next)
    while child < last, Int(document.nodes[child].offset) < end {
      if document.nodes[child].kind == .element { found.append(place(child)) }
      child = Int(document.nodes[child].next)
    }
    return found
  }

  private func place(_ node: Int) -> Place {
    Place(name: document.name(of: node), offset: Int(document.nodes[node].offset))
  }

  /// The element whose start tag is at an offset; nodes are in the order of theirs.
  private func element(at offset: Int) -> Int? {
    var low = 0
    var high = document.nodes.count
    while low < high {
      let middle = (low + high) / 2
      if Int(document.nodes[middle].offset) < offset { low = middle + 1 } else { high = middle }
    }
    guard low < document.nodes.count, Int(document.nodes[low].offset) == offset,
      document.nodes[low].kind == .element
    else { return nil }
    return low
  }
}
