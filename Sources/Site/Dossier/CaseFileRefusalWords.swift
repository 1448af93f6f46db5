import Dossier
import Law
import Records
import Registry

/// Why something was not put into a case file, in words for the page.
enum CaseFileRefusalWords {
    /// - Returns: nil for what is no matter of the form.
    static func words(_ error: any Error) -> String? {
        switch error {
        case let refusal as CaseFileRefusal: refusal.message
        case let fault as AttachmentFault: fault.message
        case let law as LawError: "\(law.message)。没有记入。"
        case let records as RecordsError where records.code == .notPermitted:
            "没有在本办件中办理的权限（须以本人账户登录），没有记入。"
        default: nil
        }
    }
}
