import Monitoring

/// What a refused record, request or roster lacks.
enum ReviewServiceRefusal {
    static let unread = "有一栏没有填好，没有记入。起止时间写作 2026-11-20 09:10—10:40；质控结果每行写项目、零点或跨度、误差。"

    static func message(field: String, detail: String) -> String? {
        switch field {
        case "number" where detail.isEmpty: "须填写记录编号，没有记入。"
        case "number": "该站已有编号为 \(detail) 的记录，没有记入。同一记录不重复登记；原记录有误的先撤销。"
        case "company", "technician": "须填写运维单位和办理人，没有记入。"
        case "time": "起止时间不对，没有记入。终了须晚于开始、不晚于现在，一条记录不超过 \(ServiceActions.greatestDays) 天。"
        case "checks": "质控结果没有填好，没有记入。每行写项目、零点或跨度、误差，如“O₃ 跨度 3.2”。"
        case "record": "没有找到可撤销的记录 \(detail)，没有记入。请刷新后重新选择。"
        case "due": "时限须在现在之后、\(detail) 天之内，没有记入。"
        case "days": "起止日期不对，没有记入。一次排班不超过 \(detail) 天。"
        case "main": "须填写 A 角，没有记入。"
        case "substitute": "A、B 角不能是同一人（\(detail)），没有记入。"
        case "entered_by": "没有填写登记人，没有记入。请填写姓名。"
        default: nil
        }
    }
}
