import Monitoring
import Records

/// Why something of manual monitoring was not recorded, and how to mend it.
enum ManualRefusal {
    /// - Returns: nil for an error that is not the visitor's to mend.
    static func words(_ error: any Error) -> String? {
        switch error {
        case let error as RecordsError: words(error)
        case let error as LaboratoryError: error.message + "。"
        case let fault as ManualPlanText.Fault: fault.message + "，没有记入。"
        default: nil
        }
    }

    private static func words(_ error: RecordsError) -> String? {
        switch error.code {
        case .notPermitted: "没有这一步的权限，没有记入。请由有权限的岗位办理。"
        case .unknownSubject: "没有找到 \(error.detail)，没有记入。请刷新后再办理。"
        case .invalid: words(field: error.field, detail: error.detail)
        default: nil
        }
    }

    private static func words(field: String, detail: String) -> String {
        switch field {
        case "name", "basis", "reason", "person", "reviewer", "receiver", "receipt", "laboratory", "certificate",
            "number":
            "\(label(field))没有填写或过长（不超过 100 字），没有记入。"
        case "year": "年度 \(detail) 不对，没有记入。请填四位年份。"
        case "reportDays": "报告时限须是 0 至 \(detail) 天，没有记入。"
        case "lines": "计划没有点位或超过 5000 行，没有记入。"
        case "object": "点位 \(detail) 不属于这种采样记录表，没有记入。"
        case "items": "\(detail)的项目没有填写或有重复，没有记入。"
        case "onSite": "\(detail)不在这种记录表的现场测定项目中，没有记入。"
        case "twice": "\(detail)的同一频次写了两行，没有记入。请合并成一行。"
        case "fixed": "计划的年度和采样记录表不能改，没有记入。请另立计划。"
        case "kept": "点位 \(detail) 已经采样，原有频次和项目不能去掉，没有记入。"
        case "sampled": "这次任务已有采样记录，没有记入。"
        case "ahead": "任务还没有到期，没有记入。"
        case "task": "计划中没有这次任务，没有记入。请刷新后再办理。"
        case "at": "采样时间 \(detail) 早于应采时段或在将来，没有记入。请核对。"
        case "people": "采样人须至少 \(detail) 人且不重复，没有记入。"
        case "bottle" where detail.isEmpty: "没有填写样品编号，没有记入。"
        case "bottle": "样品编号 \(detail) 已用过或重复，没有记入。"
        case "field": "“\(detail)”没有填写或不对，没有记入。"
        case "value" where detail.isEmpty: "现场测定值须是数值，没有记入。"
        case "value": "现场测定的\(detail)没有填写或超出可能范围，没有记入。"
        case "used": "样品 \(detail) 已有报告或已签发，不能作废，没有记入。"
        case "date": "日期 \(detail) 不对或在将来，没有记入。"
        case "month": "月份 \(detail) 不对，没有记入。"
        case "nothing": "\(detail) 没有已签发的值可报，没有记入。"
        case "rows": "报告没有可用的行，没有记入。"
        case "row": "\(detail)，没有记入。"
        case "corrects": "要更正的报告不是已签发的，没有记入。未签发的请退回后重新登记。"
        case "closed": "已经\(detail)，不能再办，没有记入。"
        case "order": "现在应办\(detail)，没有记入。"
        case "same": "三级审核和登记须由不同的人办理，\(detail) 已办过，没有记入。"
        case "quality": "质控不符合，一审须写明怎样处理，没有记入：\(detail)。"
        case "note": "须写明理由且不超过 1000 字，没有记入。"
        default: "没有记入：\(field) \(detail)"
        }
    }

    private static func label(_ field: String) -> String {
        switch field {
        case "name": "计划名称"
        case "basis": "依据"
        case "reason": "理由"
        case "reviewer": "审核人"
        case "receiver": "接收单位"
        case "receipt": "回执编号"
        case "laboratory": "检测机构"
        case "certificate": "CMA 编号"
        case "number": "报告编号"
        default: "登记人"
        }
    }
}
