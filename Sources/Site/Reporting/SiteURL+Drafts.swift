extension SiteURL {
    package static var drafts: SiteURL { SiteURL(.drafts) }

    package static func draft(_ id: String) -> SiteURL { SiteURL(.draft, ["draft": id]) }

    /// 数据确认单 of a draft as a file.
    package static func draftConfirmation(_ id: String) -> SiteURL { SiteURL(.draftConfirmation, ["draft": id]) }

    package static func ledger(_ id: String) -> SiteURL { SiteURL(.ledger, ["ledger": id]) }

    package static func ledger(_ id: String, year: Int) -> SiteURL {
        SiteURL(.ledger, ["ledger": id], query: [("year", String(year))])
    }

    /// - Parameter taken: how many entries of a file were taken in, which the page shall tell.
    package static func ledger(_ id: String, taken: Int) -> SiteURL {
        SiteURL(.ledger, ["ledger": id], query: [("taken", String(taken))])
    }

    /// The entries of a year as a workbook; without a year the file to fill in.
    package static func ledgerXLSX(_ id: String, year: Int?) -> SiteURL {
        SiteURL(.ledgerXLSX, ["ledger": id], query: year.map { [("year", String($0))] } ?? [])
    }

    package static func ledgerEntry(_ ledger: String, _ entry: String) -> SiteURL {
        SiteURL(.ledgerEntry, ["ledger": ledger, "entry": entry])
    }
}
