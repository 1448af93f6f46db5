/// The form that registers a source or changes one. Works without script: every field is an input of its own.
///
/// It posts `token`, `follows`, `basis`, and the fields by `SourceFilter.prefix` and name; of a place `.longitude`,
/// `.latitude` and `.datum` besides.
package struct SourceFormPage: Sendable {
    package let frame: PageFrame
    package let heading: String
    package let action: String
    package let tokenValue: String
    /// The record that the form was made from; empty for a new source.
    package let follows: String
    package let basis: String
    package let groups: [Group]
    package let submitText: String
    package let cancelHref: String
    /// Why the last attempt was refused and how to mend it; nil at first.
    package let error: String?
    /// The form that ends the watch; nil for a new source.
    package let ending: Ending?

    package struct Group: Sendable {
        package let title: String
        package let fields: [Field]
    }

    package struct Field: Sendable {
        package let name: String
        package let label: String
        package let hint: String
        package let value: String
        package let isRequired: Bool
        package let maximumLength: String
        /// One line.
        package let isLine: Bool
        /// Several lines.
        package let isLong: Bool
        package let isChoice: Bool
        package let isPoint: Bool
        /// Words to choose from; none for free text.
        package let options: [Option]
        /// Names offered while typing, with the id of their list; nil for none.
        package let offers: Offers?
        /// A place; nil for other fields.
        package let point: Point?
        package let error: String?
    }

    package struct Option: Sendable {
        package let value: String
        package let label: String
        package let isSelected: Bool
    }

    package struct Offers: Sendable {
        package let id: String
        package let names: [String]
    }

    package struct Point: Sendable {
        package let longitude: String
        package let latitude: String
        package let datums: [Option]
    }

    package struct Ending: Sendable {
        package let action: String
        package let tokenValue: String
        package let follows: String
    }
}
