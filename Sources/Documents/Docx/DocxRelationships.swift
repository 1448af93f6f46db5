/// The relationships of a part: numbered ids for the parts and addresses it points to.
struct DocxRelationships {
    struct Relationship: Hashable {
        var type: String
        var target: String
        var isExternal = false
    }

    static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    static let coreProperties =
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"

    private var all: [Relationship]
    private var positions: [Relationship: Int] = [:]

    init(_ relationships: [Relationship]) {
        all = relationships
        for (index, relationship) in relationships.enumerated() { positions[relationship] = index }
    }

    /// The id of a relationship, made if it is new: an address linked a hundred times is stored once.
    mutating func id(_ relationship: Relationship) -> String {
        if let known = positions[relationship] { return "rId\(known + 1)" }
        positions[relationship] = all.count
        all.append(relationship)
        return "rId\(all.count)"
    }

    var xml: MarkupWriter {
        var xml = MarkupWriter()
        xml.declaration()
        let namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
        xml.element("Relationships", ["xmlns": namespace]) { xml in
            for (index, relationship) in all.enumerated() {
                xml.empty(
                    "Relationship",
                    [
                        "Id": "rId\(index + 1)", "Type": relationship.type, "Target": relationship.target,
                        "TargetMode": relationship.isExternal ? "External" : nil,
                    ])
            }
        }
        return xml
    }
}
