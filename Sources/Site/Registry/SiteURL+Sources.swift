import Registry

extension SiteURL {
    package static var sourceKinds: SiteURL { SiteURL(.sourceKinds) }

    package static func sources(_ kind: String) -> SiteURL { SiteURL(.sources, ["kind": kind]) }

    static let map = SiteURL(.map)

    /// - Parameter recorded: the record whose success the page shall tell.
    static func map(recorded: Int64) -> SiteURL { SiteURL(.map, query: [("recorded", String(recorded))]) }

    /// The map with one kind alone.
    ///
    /// - Parameter source: where it is opened; nil for everything.
    static func map(of kind: String, at source: String? = nil) -> SiteURL {
        SiteURL(.map, query: [("kind", kind), ("at", source)])
    }

    static func mapSources(_ kind: String) -> SiteURL { SiteURL(.mapSources, ["kind": kind]) }

    static let mapLayers = SiteURL(.mapLayers)

    static func mapLayer(_ id: String) -> SiteURL { SiteURL(.mapLayer, ["layer": id]) }

    static func mapLayerRemoval(_ id: String) -> SiteURL { SiteURL(.mapLayerRemoval, ["layer": id]) }

    /// The list of what lies in a rectangle of the map.
    ///
    /// - Parameter box: `west,south,east,north` in degrees.
    static func sources(_ kind: String, within box: String) -> SiteURL {
        SiteURL(.sources, ["kind": kind], query: [("box", box)])
    }

    static func sources(_ filter: SourceFilter) -> SiteURL {
        SiteURL(.sources, ["kind": filter.kind.id], query: filter.query)
    }

    /// What is listed, all pages of it.
    static func sourcesXLSX(_ filter: SourceFilter) -> SiteURL {
        SiteURL(.sourcesXLSX, ["kind": filter.kind.id], query: filter.with { $0.page = 1 }.query)
    }

    static func sourcesCSV(_ filter: SourceFilter) -> SiteURL {
        SiteURL(.sourcesCSV, ["kind": filter.kind.id], query: filter.with { $0.page = 1 }.query)
    }

    package static func sourceTemplateXLSX(_ kind: String) -> SiteURL { SiteURL(.sourceTemplateXLSX, ["kind": kind]) }

    package static func sourceTemplateCSV(_ kind: String) -> SiteURL { SiteURL(.sourceTemplateCSV, ["kind": kind]) }

    package static func newSource(_ kind: String) -> SiteURL { SiteURL(.newSource, ["kind": kind]) }

    package static func sourceImport(_ kind: String) -> SiteURL { SiteURL(.sourceImport, ["kind": kind]) }

    /// - Parameter recorded: the record whose success the page shall tell.
    package static func sourceMatches(_ kind: String, recorded: Int64? = nil) -> SiteURL {
        SiteURL(.sourceMatches, ["kind": kind], query: [("recorded", recorded.map(String.init))])
    }

    static func sourceMatch(_ kind: String, _ match: String) -> SiteURL {
        SiteURL(.sourceMatch, ["kind": kind, "match": match])
    }

    static func sourceImportMarked(_ kind: String, upload: String) -> SiteURL {
        SiteURL(.sourceImportMarked, ["kind": kind, "upload": upload])
    }

    /// - Parameter recorded: the record whose success the page shall tell.
    package static func sourceBatch(_ id: String, recorded: Int64? = nil) -> SiteURL {
        SiteURL(.sourceBatch, ["batch": id], query: [("recorded", recorded.map(String.init))])
    }

    /// - Parameters:
    ///   - sequence: the record of the ledger as of which the file is shown; nil for the present.
    ///   - recorded: the record whose success the page shall tell.
    package static func source(_ id: String, asOf sequence: Int64? = nil, recorded: Int64? = nil) -> SiteURL {
        SiteURL(
            .source, ["source": id],
            query: [("asof", sequence.map(String.init)), ("recorded", recorded.map(String.init))])
    }

    package static func editSource(_ id: String) -> SiteURL { SiteURL(.editSource, ["source": id]) }

    package static func sourceDecision(_ id: String) -> SiteURL { SiteURL(.sourceDecision, ["source": id]) }

    package static func sourceEnd(_ id: String) -> SiteURL { SiteURL(.sourceEnd, ["source": id]) }

    static func sourceAttachments(_ id: String) -> SiteURL { SiteURL(.sourceAttachments, ["source": id]) }

    static func sourceAttachment(_ id: String, _ record: Int64) -> SiteURL {
        SiteURL(.sourceAttachment, ["source": id, "record": String(record)])
    }

    static func sourceThumbnail(_ id: String, _ record: Int64) -> SiteURL {
        SiteURL(.sourceThumbnail, ["source": id, "record": String(record)])
    }

    static func sourceDetachment(_ id: String, _ record: Int64) -> SiteURL {
        SiteURL(.sourceDetachment, ["source": id, "record": String(record)])
    }

    package static func sourceField(_ id: String, _ field: String) -> SiteURL {
        SiteURL(.sourceField, ["source": id, "field": field])
    }
}
