import Records

/// Why a decision or step of review was not recorded, and how to mend it.
enum ReviewRefusal {
    static func message(_ error: RecordsError) -> String {
        if error.code == .notPermitted { return "没有这一步的权限，没有记入。请由有权限的岗位办理。" }
        if error.code == .unknownSubject { return "没有登记站点 \(error.detail)，没有记入。" }
        if error.code == .superseded {
            return error.field == "undoes"
                ? "\(error.detail)刚由别人作了新的决定，没有记入。请刷新后再办理。" : "\(error.detail)刚收到新的数值，没有记入。请刷新后按新值审核。"
        }
        return message(field: error.field, detail: error.detail)
    }

    private static func message(field: String, detail: String) -> String {
        switch field {
        case "station" where ["国控", "市控"].contains(detail): "\(detail)站由上级审核，本局不能审核，没有记入。可作疑问反馈。"
        case "station": "\(detail)站由本局审核，不用向上级反映，没有记入。请在审核矩阵中决定。"
        case "text", "addressee": "须写明内容和对方，没有记入。请补齐后再提交。"
        case "question": "没有找到对应的疑问反馈，没有记入。请刷新后重新选择。"
        case "note" where detail.isEmpty: "须写明说明或依据，没有记入。"
        case "note" where Int(detail) != nil, "reason" where Int(detail) != nil: "说明超过 \(detail) 字，没有记入。请写短一些。"
        case "reason": "须写明理由，没有记入。请选择或填写理由。"
        case "citation" where Int(detail) != nil: "记录编号超过 \(detail) 字，没有记入。"
        case "service": "站点没有编号为 \(detail) 的运维/校准记录，没有记入。请先在“运维与质控”登记该记录。"
        case "unrelated": "运维/校准记录 \(detail) 的时间或项目与所选数值无关，没有记入。请核对编号。"
        case "citation": "按这一理由剔除须填写运维/校准记录编号，没有记入。"
        case "reviewer": "没有填写审核人，没有记入。请填写姓名。"
        case "locked": "\(detail) 已审核定稿，不再接受决定，没有记入。须更正的先说明理由解锁。"
        case "open": "\(detail) 没有定稿，不用解锁，没有记入。"
        case "month": "\(detail) 已按月定稿，没有记入。请先解锁该月。"
        case "unfinished": "\(detail) 还没有结束，没有记入。请在时段结束后办理。"
        case "unreviewed": "\(detail) 还没有完成初审，没有记入。请先完成初审。"
        case "unsigned": "\(detail) 初审或最后一次决定之后还没有第二人复审签字，没有记入。请先复审签字。"
        case "late": "复审签字后又收到 \(detail) 个值，没有记入。请审核新值并重新签字。"
        case "same": "复审签字须由没有参加本日初审的第二人办理，\(detail) 已作过决定，没有记入。"
        case "unlocked": "\(detail) 还没有按日定稿，没有记入。请先逐日定稿。"
        case "superior": "\(detail)已由上级核定，本局不再改动，没有记入。"
        case "undoes": "\(detail)没有可撤销的决定，没有记入。"
        case "empty": "\(detail)没有收到数据，无可审核，没有记入。请去掉这些时段再提交。"
        case "value": "手工值须是一个不小于零的数，每次一个时段一个项目，没有记入。"
        case "attachment": "没有找到所附文件，没有记入。请先把上级文件附在站点的一源一档里再选择。"
        case "issuer", "document": "上级核定须写明发文单位和文号，没有记入。"
        case "date": "日期不对：\(detail)，没有记入。"
        case "items": "没有选择数值，没有记入。请写明时段并勾选项目。"
        default: "没有记入：\(field) \(detail)"
        }
    }
}
