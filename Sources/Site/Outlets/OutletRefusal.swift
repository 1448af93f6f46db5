import Records

/// Why a word about an outlet's hours was not recorded, and how to mend it.
enum OutletRefusal {
    static func message(_ error: RecordsError) -> String {
        switch (error.code, error.field) {
        case (.invalid, "empty"): "\(error.detail)没有收到数据，无可认可或存疑，没有记入。请去掉这些时段再提交。"
        case (.invalid, "reason"): "存疑须选择理由，没有记入。请选择一个理由。"
        case (.invalid, "doubt"): "\(error.detail) 没有存疑的小时，不能立为线索。"
        case (.invalid, "items"): "没有选择时段，没有记入。请先勾选时段。"
        case (.unknownSubject, _): "没有登记排放口 \(error.detail)，没有记入。"
        default: ReviewRefusal.message(error)
        }
    }
}
