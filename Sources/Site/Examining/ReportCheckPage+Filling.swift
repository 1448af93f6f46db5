import Examining

extension ReportCheckPage {
    /// Why a text is not checked; nil where it is.
    static func refusal(of text: String) -> String? {
        if text.trimmingBlanks.isEmpty { return "没有文本。请粘贴报告全文后再核对。" }
        guard text.utf8.count <= maximumBytes else {
            return "文本有 \(text.utf8.count / 1_000) KB，超过 \(maximumBytes / 1_000) KB。请分段核对，或用命令 qingheng report check。"
        }
        return nil
    }

    init(_ text: String = "", _ examination: Examination? = nil, refusal: String? = nil, in context: PageContext) {
        let counts = examination.map { examination in
            let found = FindingSeverity.allCases.map { "\($0.name) \(examination.count($0))" }
            return found.joined(separator: "，") + "，核对相符 \(examination.confirmed.count)"
        }
        self.init(
            frame: PageFrame("报告核对", in: context, at: .reports), action: SiteURL.reportCheck.path,
            tokenValue: context.services.formToken.text, text: text, refusal: refusal, countText: counts,
            findings: (examination?.findings ?? []).map { finding in
                Finding(
                    place: "第\(finding.line)行第\(finding.column)字", severity: finding.severity.name,
                    tone: Self.tone(finding.severity), kind: finding.kind.name, text: finding.text,
                    message: finding.message)
            },
            confirmed: (examination?.confirmed ?? []).map { check in
                Confirmed(
                    place: "第\(check.line)行第\(check.column)字", kind: check.kind.name, text: check.text,
                    computed: check.computed)
            })
    }

    private static func tone(_ severity: FindingSeverity) -> String {
        switch severity {
        case .error: "bad"
        case .warning: "warn"
        case .note: "calm"
        }
    }
}
