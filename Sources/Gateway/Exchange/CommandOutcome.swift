package import HJ212

/// How a command ended. The names stand in records and never change.
package enum CommandOutcome: Hashable, Sendable {
    /// 9012 of the device with its `ExeRtn`.
    case finished(Int)
    /// A packet of the device was made with the key that the command brought, and 9012 did not come.
    case taken
    /// 9013 of the device to a notice.
    case noticed
    /// 9011 of the device with a `QnRtn` other than ready.
    case refused(Int)
    /// No answer, however often it was sent.
    case noAnswer
    /// It was accepted, and then nothing came in the time the command may take.
    case noResult
    /// Given up by a person after it was sent.
    case cancelled
    /// It could not be written for the device; the words say why.
    case unsendable
    /// The service was restarted after it was sent, and sending it again could do harm.
    case unknown
    /// The device did not come within a day.
    case expired

    init(_ outcome: Exchange.Outcome) {
        self =
            switch outcome {
            case .finished(let result): .finished(result.rawValue)
            case .noticed: .noticed
            case .refused(let result): .refused(result.rawValue)
            case .noAnswer: .noAnswer
            case .noResult: .noResult
            case .cancelled: .cancelled
            }
    }

    init?(name: String, code: Int?) {
        switch name {
        case "finished": self = .finished(code ?? ExecutionResult.failure.rawValue)
        case "taken": self = .taken
        case "noticed": self = .noticed
        case "refused": self = .refused(code ?? RequestResult.unknown.rawValue)
        case "no-answer": self = .noAnswer
        case "no-result": self = .noResult
        case "cancelled": self = .cancelled
        case "unsendable": self = .unsendable
        case "unknown": self = .unknown
        case "expired": self = .expired
        default: return nil
        }
    }

    var name: String {
        switch self {
        case .finished: "finished"
        case .taken: "taken"
        case .noticed: "noticed"
        case .refused: "refused"
        case .noAnswer: "no-answer"
        case .noResult: "no-result"
        case .cancelled: "cancelled"
        case .unsendable: "unsendable"
        case .unknown: "unknown"
        case .expired: "expired"
        }
    }

    /// The number of the device; nil where it told none.
    package var code: Int? {
        switch self {
        case .finished(let code), .refused(let code): code
        default: nil
        }
    }

    /// Whether the device did what it was asked.
    package var isSuccess: Bool {
        self == .finished(ExecutionResult.success.rawValue) || self == .noticed || self == .taken
    }

    /// Whether the device says that it has no such data.
    package var isNoData: Bool { self == .finished(ExecutionResult.noData.rawValue) }

    /// The words of records and screens.
    package func words(in dialect: Dialect?) -> String {
        switch self {
        case .finished(let code): Self.execution(code)
        case .taken: "设备没有回执，但已用新密钥上报，更换成功"
        case .noticed: "设备已收到通知"
        case .refused(let code): "设备拒绝：\(Self.request(code, in: dialect ?? .v2017))"
        case .noAnswer: "设备未应答，已按规定重发"
        case .noResult: "设备已接受，但超过时限没有返回结果"
        case .cancelled: "已由人员中止，设备可能已经执行"
        case .unsendable: "未能下发"
        case .unknown: "下发后服务重启，结果不明，没有再次下发"
        case .expired: "设备超过 24 小时未上线，未下发"
        }
    }

    /// `ExeRtn` in words (HJ 212-2017, table of execution results).
    package static func execution(_ code: Int) -> String {
        switch code {
        case 1: "执行成功"
        case 2: "执行失败，设备未说明原因"
        case 3: "执行失败：命令请求条件错误"
        case 4: "执行失败：通讯超时"
        case 5: "执行失败：系统繁忙"
        case 6: "执行失败：系统故障"
        case 100: "没有数据"
        default: "执行结果 \(code)（标准外）"
        }
    }

    private static func request(_ code: Int, in dialect: Dialect) -> String {
        switch RequestResult(rawValue: code).meaning(in: dialect) {
        case .ready: "准备执行"
        case .refused: "请求被拒绝"
        case .wrongPassword: "密码错误"
        case .wrongDevice: "设备编号 MN 错误"
        case .wrongSystemType: "系统编码 ST 错误"
        case .wrongFlag: "标志 Flag 错误"
        case .wrongExchangeNumber: "请求编码 QN 错误"
        case .wrongCommand: "命令编码 CN 错误"
        case .wrongChecksum: "CRC 错误"
        case .busy: "系统繁忙"
        case .unknown: "原因不明（QnRtn=\(code)）"
        }
    }
}
