/// Why a command is not put on record.
package struct CommandError: Error, Hashable, Sendable {
    package enum Code: String, Sendable, CaseIterable {
        /// No command of this name was there on the day.
        case unknownCommand
        /// The device's form of the protocol does not know it.
        case notInDialect
        /// A parameter is missing or none that may be sent; `detail` is its title.
        case wrongParameter
        /// More than one request may ask for; `detail` is how much may be asked.
        case spanTooLong
        /// Reason or basis is missing or too long.
        case reasonMissing, basisMissing
        /// Not offered by the rules in force.
        case notOffered
        /// A polluter's device: the number of a matter is missing.
        case matterMissing
        /// A polluter's device: notice to the enterprise is missing, or its date is none or in the future.
        case noticeMissing
        /// A second person has to confirm it and there are no people yet.
        case noPeople
        /// Whoever asked for it confirms it.
        case samePerson
        /// The command is not known or not in a state for this; `detail` is the state.
        case wrongState
        /// The body was not made for the rule in force.
        case otherRule
    }

    package let code: Code
    package let detail: String

    package init(_ code: Code, _ detail: String = "") {
        self.code = code
        self.detail = detail
    }

    /// What is wrong and how to mend it.
    package var message: String {
        switch code {
        case .unknownCommand: "没有命令“\(detail)”。请从列表中选择"
        case .notInDialect: "该设备的协议版本（\(detail)）没有这条命令。请核对设备登记中的协议版本"
        case .wrongParameter: "参数“\(detail)”缺少或超出范围。请按提示的范围填写"
        case .spanTooLong: "一次最多取 \(detail) 的数据。请分几次下发"
        case .reasonMissing: "请写明理由（500 字以内）"
        case .basisMissing: "请写明依据（500 字以内），如文件名称和文号、任务单号"
        case .notOffered: "现行的使用条件不允许下发这条命令。请由运维人员在现场设置"
        case .matterMissing: "这是排污单位的设备，设置参数、校准、采样等操作须有案件或任务编号。请填写编号"
        case .noticeMissing: "这是排污单位的设备，操作前须告知企业。请填写告知日期（不晚于今天）和告知方式"
        case .noPeople: "这是排污单位的设备，该操作须由第二人确认，而系统尚未设置人员，无法证明是另一个人。设置人员和口令之后才能下发；读取、取历史数据、提取时间和超标留样不受影响"
        case .samePerson: "须由另一人确认，提出命令的人不能自己确认"
        case .wrongState: "命令已经是“\(detail)”，不能再作此操作。请刷新页面"
        case .otherRule: "命令的使用条件已变更。请刷新页面后重新提出"
        }
    }
}
