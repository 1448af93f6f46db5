import Records
import Registry

/// Why a form of a source was not recorded.
enum SourceRefusal {
    /// - Returns: nil for what is no matter of the form.
    static func words(_ error: RecordsError, _ kind: SourceKind?) -> String? {
        switch (error.code, error.field) {
        case (.superseded, "identity"):
            "已有同一\(kind?.title ?? "对象")的档案（档案号 \(error.detail)），没有重复登记。请打开那份档案修改。"
        case (.superseded, "batch"): "这一批已由台账第 \(error.detail) 条撤销。"
        case (.superseded, "sources"): "这一批的档案后来又有改动（台账第 \(error.detail) 条），不能整批撤销。请先撤销后来的批次，或逐份修改。"
        case (.superseded, "matches"): "这一批中有已判定的行（台账第 \(error.detail) 条），不能整批撤销。请先在名单比对中撤销判定。"
        case (.superseded, _): "这份档案刚才已被他人修改（台账第 \(error.detail) 条），没有记入。请看过最新内容再改。"
        case (.notPermitted, _): "没有修改档案的权限（\(error.detail)），没有记入。"
        case (.invalid, "merger"): "这份档案没有并入在册的档案，或对方后来又并入了另一份。请先撤销后来的并档。"
        case (.invalid, "reason"): "请写明事由（至多 500 字），没有记入。"
        case (.invalid, "state"): "这份档案已注销、已并入他档或导入已撤销，不能再改。"
        case (.invalid, "object"): "这是监测对象，请在监测对象登记中修改。"
        case (.invalid, "other"): "要并入的档案须是同一种类的另一份在册档案，没有合并。"
        case (.invalid, "fields"): "没有任何改动，没有记入。"
        case (.invalid, let field):
            "“\(kind?.title(of: field) ?? field)”不能接受\(error.detail.isEmpty ? "" : "：\(error.detail)")。没有记入。"
        case (.unknownSubject, let field):
            "“\(kind?.title(of: field) ?? field)”指向的档案“\(error.detail)”不存在，没有记入。"
        default: nil
        }
    }
}
