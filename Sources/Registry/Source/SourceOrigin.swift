import Ledger

/// Where a value comes from: a person, or a list with its line.
package struct SourceOrigin: Sendable, Hashable {
    /// The name under which values of one origin replace one another: 人工登记, 文件导入, 排污许可证管理信息平台.
    package let name: String
    /// The document that says so; empty where none was named.
    package let basis: String
    /// The batch that brought it; nil for what a person entered.
    package let batch: String?
    /// The line or row of the batch's file.
    package let line: Int?

    /// What people enter by hand.
    package static let personName = "人工登记"
    /// What comes in files whose origin nobody named.
    package static let fileName = "文件导入"
    /// What stands in the registry of monitored objects.
    static let objectName = "监测对象登记"
    /// Longer names are no names.
    package static let greatestLength = 100

    package init(name: String, basis: String = "", batch: String? = nil, line: Int? = nil) {
        self.name = name
        self.basis = basis
        self.batch = batch
        self.line = line
    }

    /// Entered by a person.
    ///
    /// - Parameter basis: the document it rests on; empty for none.
    package static func person(basis: String) -> SourceOrigin { SourceOrigin(name: personName, basis: basis) }

    init?(canonical value: CanonicalValue?) {
        guard let name = value?["name"]?.text, (1...Self.greatestLength).contains(name.count) else { return nil }
        self.init(
            name: name, basis: value?["basis"]?.text ?? "", batch: value?["batch"]?.text,
            line: value?["line"]?.integer.map(Int.init))
    }

    var canonical: CanonicalValue {
        [
            "name": .string(name), "basis": .string(basis), "batch": batch.map(CanonicalValue.string) ?? .null,
            "line": line.map { .integer(Int64($0)) } ?? .null,
        ]
    }
}
