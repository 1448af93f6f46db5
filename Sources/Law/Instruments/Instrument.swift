package import Catalog

/// A law, regulation, rule or paper that can be cited, in one version.
package struct Instrument: Hashable, Sendable {
    /// The rank of an instrument, highest first (立法法, 第五章).
    package enum Kind: String, CaseIterable, Sendable, Hashable {
        case law = "法律"
        case administrativeRegulation = "行政法规"
        case localRegulation = "地方性法规"
        case departmentRule = "部门规章"
        case localRule = "地方政府规章"
        case interpretation = "司法解释"
        case paper = "规范性文件"
    }

    /// As it is cited between 《》.
    package let name: String
    /// Other names by which it is known, e.g. 水法.
    package let shortNames: [String]
    package let kind: Kind
    /// The number of the order or paper; nil where it has none.
    package let number: String?
    /// What the version is called, e.g. 2021修订; nil for an only version.
    package let version: String?
    /// When this version is in force.
    package let effective: Effective
    /// What took its place, in words; nil while it is in force or where nothing did.
    package let replacement: String?
    package let confidence: Confidence

    /// Between 《》, with the version where there are several.
    package var title: String { "《\(name)》" + (version.map { "（\($0)）" } ?? "") }
}
