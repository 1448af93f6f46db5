package import Casework
package import Dossier

extension SiteURL {
    package static func matter(_ id: MatterID, recorded: Bool = false) -> SiteURL {
        SiteURL(.matter, ["matter": id.rawValue], query: [("recorded", recorded ? "1" : nil)])
    }

    static func matterAct(_ id: MatterID, _ kind: MatterActKind) -> SiteURL {
        SiteURL(.matterAct, ["matter": id.rawValue, "act": kind.rawValue])
    }

    package static func paper(_ id: PaperID, of matter: String) -> SiteURL {
        SiteURL(.casePaper, ["matter": matter, "paper": id.rawValue])
    }
}
