/// One field of a kind, as its rule file declares it.
package struct SourceField: Sendable, Hashable {
    /// The name in records; never on screen.
    package let name: String
    /// The name on screen and at the head of columns.
    package let title: String
    package let type: SourceFieldType
    /// What numbers are counted in; nil where there is none.
    package let unit: String?
    package let isRequired: Bool
    /// Whether it is a fact about a person: such a fact stands beside the ledger, is not searched and not exported.
    package let isPersonal: Bool
    /// Whether an import keeps a value that fails the check of its code, marked as doubtful, in place of refusing its row:
    /// lists of others hold such values, and dropping them would lose what was said.
    package let keepsDoubtful: Bool
    /// Other heads under which lists of others bring it, in the order in which they are tried; of a point in pairs, longitude
    /// before latitude.
    package let aliases: [String]
    /// What to know when filling it in; nil where the type says enough.
    package let note: String?

    /// The heads of its columns in templates and exports: three for a point, one for the rest.
    package var columns: [String] {
        if case .point = type { return Self.pointColumns }
        return [title]
    }

    /// The columns of a point.
    package static let pointColumns = ["经度", "纬度", "坐标系"]

    /// The unit behind the title: `占地面积（m²）`.
    package var heading: String { unit.map { "\(title)（\($0)）" } ?? title }

    /// The words to choose from; empty where the field is not chosen from a list.
    package var choices: [String] {
        switch type {
        case .choice(let choices): choices
        case .flag: ["是", "否"]
        default: []
        }
    }

    /// Whether values are numbers in an export.
    package var isNumber: Bool {
        switch type {
        case .whole, .decimal: true
        default: false
        }
    }
}
