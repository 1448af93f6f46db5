import Casework

extension SiteURL {
    private static let part = "matter"

    static func caseParties(_ matter: MatterID, query: [(String, String?)] = []) -> SiteURL {
        SiteURL(.caseParties, [part: matter.rawValue], query: query)
    }

    static func caseCharges(_ matter: MatterID, query: [(String, String?)] = []) -> SiteURL {
        SiteURL(.caseCharges, [part: matter.rawValue], query: query)
    }

    static func caseEvidence(_ matter: MatterID, query: [(String, String?)] = []) -> SiteURL {
        SiteURL(.caseEvidence, [part: matter.rawValue], query: query)
    }

    static func caseDisclosure(_ matter: MatterID, query: [(String, String?)] = []) -> SiteURL {
        SiteURL(.caseDisclosure, [part: matter.rawValue], query: query)
    }

    /// - Parameter number: of the piece in the file.
    static func caseMonitoring(_ matter: MatterID) -> SiteURL {
        SiteURL(.caseMonitoring, [part: matter.rawValue])
    }

    static func caseEvidenceFile(_ matter: MatterID, _ number: Int) -> SiteURL {
        SiteURL(.caseEvidenceFile, [part: matter.rawValue, "number": String(number)])
    }

    static func caseEvidenceThumbnail(_ matter: MatterID, _ number: Int) -> SiteURL {
        SiteURL(.caseEvidenceThumbnail, [part: matter.rawValue, "number": String(number)])
    }

    static func caseEvidenceDeed(_ matter: MatterID, _ number: Int) -> SiteURL {
        SiteURL(.caseEvidenceDeed, [part: matter.rawValue, "number": String(number)])
    }
}
