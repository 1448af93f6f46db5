import Catalog
import Hummingbird
import Records
import Reporting
import Storage

/// An error as a reader of the site is told of it.
struct Trouble: Sendable {
    let status: HTTPResponse.Status
    let headline: String
    let explanation: String
    let remedies: [String]
    /// Whether the fault is on our side, so that it belongs into the log.
    let isOurs: Bool
    /// For programs.
    let code: String
    /// After how many seconds it may be tried again; nil where nothing is said of it.
    private(set) var retrySeconds: String?

    init(_ error: any Error) {
        switch error {
        case let error as SiteError: self.init(site: error)
        case let error as any HTTPResponseError where error.status == .notFound:
            self.init(site: SiteError(.notFound))
        case let error as any HTTPResponseError where error.status == .contentTooLarge:
            self.init(site: SiteError(.tooLarge))
        case let error as any HTTPResponseError where error.status.kind == .clientError:
            self.init(site: SiteError(.badParameter, subject: "请求", detail: error.status.description))
        case let error as ReportingError
        where [.unknownFigure, .unknownDocument, .notEnabled, .notInForce, .missingArgument].contains(error.code):
            self.init(
                status: .notFound, headline: "没有这个指标或文件", explanation: error.message + "。",
                remedies: ["从“报告”或页面上的溯源链接进入"], isOurs: false)
        case let error as ReportingError where [.unknownClaim, .malformedClaimID].contains(error.code):
            self.init(
                status: .notFound, headline: "没有这个数字凭证", explanation: error.message + "。",
                remedies: ["核对文件“数据出处”中方括号内的编号：没有字母 I、L、O、U", "在“报告”页按编号查找"], isOurs: false)
        case let error as ReportingError where error.code == .notSigned:
            self.init(
                status: .serviceUnavailable, headline: "暂时不能出具证明包", explanation: error.message + "。",
                remedies: ["一小时后再取"], isOurs: false)
        case let error as ReportingError where [.damagedClaim, .irreproducible].contains(error.code):
            self.init(
                status: .internalServerError, headline: "数字凭证不能核验", explanation: error.message + "。",
                remedies: ["请系统管理员运行 qingheng verify，查明哪一项损坏"], isOurs: true)
        case let error as CatalogError where error.code == .nothingInForce:
            self.init(
                status: .notFound, headline: "该日期没有适用的标准", explanation: error.message, remedies: ["换一个日期"],
                isOurs: false)
        case let error as RecordsError where error.code == .beyondLedger:
            self.init(
                status: .notFound, headline: "台账没有这条记录", explanation: "没有第 \(error.detail) 条，现有 1 至 \(error.field)。",
                remedies: ["核对序号"], isOurs: false)
        case let error as RecordsError where error.code == .removedPackets:
            self.init(
                status: .notFound, headline: "这一时刻的报文已到期销毁",
                explanation: "台账第 \(error.field) 条记录时的数据含有报文分段 \(error.detail)，该分段已依法销毁，无法重放。",
                remedies: ["查询销毁记录之后的时刻"], isOurs: false)
        case let error as RecordsError where error.code == .notPermitted:
            self.init(site: SiteError(.notPermitted, detail: error.detail))
        case let error as RecordsError where error.code == .invalid && error.field == "between":
            self.init(
                status: .badRequest, headline: "两个时刻的先后不对", explanation: "收到的是 \(error.detail)，应先早后晚。",
                remedies: ["交换两个序号"], isOurs: false)
        case let error as StorageError where error.code == .damagedPacketLog:
            self.init(
                status: .notFound, headline: "没有这个报文", explanation: "报文库的地址 \(error.detail) 处没有完整的报文。",
                remedies: ["从时段页面的溯源链接进入"], isOurs: false)
        case let error as StorageError where error.code == .diskFull:
            self.init(
                status: .serviceUnavailable, headline: "磁盘已满，没有保存",
                explanation: "数据所在的磁盘没有空间，这次操作没有记入，原有数据没有改动。",
                remedies: ["请系统管理员腾出空间", "腾出后重新提交，服务不必重启"], isOurs: true)
        case let error as StorageError where error.code == .serverUnreachable:
            self.init(
                status: .serviceUnavailable, headline: "数据库暂时连不上",
                explanation: "数据库服务器没有应答。看页面不会改动数据；正在提交的操作可能没有记入。设备的报文照常接收保存。",
                remedies: ["稍后重试，连上后服务自行恢复", "刚才提交过的，请先看是否已记入再提交", "一直如此时请系统管理员检查数据库服务器"],
                isOurs: true)
        default:
            self.init(
                status: .internalServerError, headline: "系统出错了", explanation: "这不是您的操作造成的，数据没有改动。",
                remedies: ["稍后重试", "仍然出错时，请把下面的请求编号告诉系统管理员"], isOurs: true)
        }
    }

    private init(site error: SiteError) {
        self.init(
            status: error.status, headline: error.headline, explanation: error.explanation, remedies: error.remedies,
            isOurs: error.code == .missingFile, code: error.code.rawValue)
        if error.code == .tooManyRequests { retrySeconds = error.detail }
    }

    private init(
        status: HTTPResponse.Status, headline: String, explanation: String, remedies: [String], isOurs: Bool,
        code: String? = nil
    ) {
        self.code = code ?? status.reasonPhrase
        self.status = status
        self.headline = headline
        self.explanation = explanation
        self.remedies = remedies
        self.isOurs = isOurs
    }

    func page(frame: PageFrame, requestID: String?) -> ErrorPage {
        ErrorPage(
            frame: frame, status: String(status.code), headline: headline, explanation: explanation, remedies: remedies,
            links: [TextLink(label: "今日", href: SiteURL.morning().path)], requestID: requestID)
    }
}
