package import Standards
package import Storage

/// A laboratory's report as it stands in the book.
package struct LaboratoryReport: Sendable, Hashable {
    package enum State: String, Sendable {
        case reviewing, returned, issued
        /// A corrected report was issued for it.
        case superseded

        package var title: String {
            switch self {
            case .reviewing: "审核中"
            case .returned: "已退回"
            case .issued: "已签发"
            case .superseded: "已被更正报告替代"
            }
        }
    }

    /// What its title page says.
    package struct Head: Sendable, Hashable {
        package let laboratory: String
        /// The number of the laboratory's certificate of accreditation (CMA).
        package let certificate: String
        package let number: String
        package let date: CivilDate

        package init(laboratory: String, certificate: String, number: String, date: CivilDate) {
            self.laboratory = laboratory
            self.certificate = certificate
            self.number = number
            self.date = date
        }
    }

    /// Its files.
    package struct Files: Sendable, Hashable {
        /// The table as the laboratory sent it.
        package let workbook: AttachmentID
        package let workbookName: String
        /// The same table as lines of text, which proofs speak of.
        package let lines: AttachmentID
        /// The row of the sheet that is line 1 of them.
        package let firstRow: Int
        /// The signed report.
        package let paper: AttachmentID
        package let paperName: String
    }

    package let id: String
    package let plan: String
    package let head: Head
    package let files: Files
    /// The report that it corrects; nil for none.
    package let corrects: String?
    package let state: State
    /// When it was put on record, in milliseconds since 1970-01-01T00:00:00Z.
    package let recordedMilliseconds: Int64
    package let sequence: Int64
}
