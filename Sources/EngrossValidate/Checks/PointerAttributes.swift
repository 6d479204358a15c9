/// The attributes that hold pointers (`teidata.pointer`) in TEI P5 4.12; their values are one or
/// more URI references, of which those with a fragment are followed.
enum PointerAttributes {
  static let names: Set<String> = [
    "active", "adj", "adjFrom", "adjTo", "ana", "calendar", "change", "children", "class", "code",
    "copyOf", "corresp", "datcat", "datingMethod", "datingPoint", "decls", "domains", "edRef",
    "end", "except", "exclude", "fVal", "facs", "feats", "follow", "from", "fromUnit", "given",
    "hand", "inst", "lemmaRef", "location", "mergedIn", "mutual", "new", "next", "nymRef", "origin",
    "parent", "parts", "passive", "perf", "period", "prev", "property", "ref", "rendition",
    "require",
    "resp", "sameAs", "scheme", "scribeRef", "scriptRef", "select", "since", "source", "spanTo",
    "start", "synch", "target", "targetDatcat", "targetEnd", "to", "toUnit", "toWhom", "unitRef",
    "valueDatcat", "where", "who", "wit",
  ]
}
