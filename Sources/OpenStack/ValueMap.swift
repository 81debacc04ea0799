/// A small map that keeps the order in which its keys came.
package struct ValueMap: Sendable {
  package typealias Element = (key: String, value: Value)

  package private(set) var entries: [Element] = []

  package init() {}

  /// - Parameter entries: keys and values; of two entries with one key the later value stands.
  package init(_ entries: some Sequence<(String, Value)>) {
    let given = Array(entries)
    guard given.count > 16 else {
      for (key, value) in given { self[key] = value }
      return
    }
    // Looking through a large one for each key would take time with its square.
    var places: [String: Int] = [:]
    for (key, value) in given {
      if let place = places[key] {
        self.entries[place].value = value
      } else {
        places[key] = self.entries.count
        self.entries.append((key, value))
      }
    }
  }

  /// Takes entries whose keys are known to differ.
  package init(distinct entries: [Element]) {
    self.entries = entries
  }

  package subscript(key: String) -> Value? {
    get { entries.first { $0.key == key }?.value }
    set {
      let index = entries.firstIndex { $0.key == key }
      switch (index, newValue) {
      case (let index?, let value?): entries[index].value = value
      case (let index?, nil): entries.remove(at: index)
      case (nil, let value?): entries.append((key, value))
      case (nil, nil): break
      }
    }
  }

  package var keys: [String] {
    entries.map(\.key)
  }
}

extension ValueMap: RandomAccessCollection {
  package var startIndex: Int { entries.startIndex }
  package var endIndex: Int { entries.endIndex }

  package subscript(position: Int) -> Element {
    entries[position]
  }
}

extension ValueMap: Hashable {
  package static func == (left: Self, right: Self) -> Bool {
    left.elementsEqual(right) { $0.key == $1.key && $0.value == $1.value }
  }

  package func hash(into hasher: inout Hasher) {
    for (key, value) in entries {
      hasher.combine(key)
      hasher.combine(value)
    }
  }
}

extension ValueMap: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral entries: (String, OpenStack.Value)...) {
    self.init(entries)
  }
}
