import Hummingbird

extension SiteError {
    /// The status that goes with it.
    var status: HTTPResponse.Status {
        switch code {
        case .notFound, .unknownObject: .notFound
        case .badParameter: .badRequest
        case .wrongHost: .misdirectedRequest
        case .foreignForm: .forbidden
        case .tooLarge: .contentTooLarge
        case .signInNeeded: .unauthorized
        case .notPermitted: .forbidden
        case .onlyRead: .methodNotAllowed
        case .tooManyRequests: .tooManyRequests
        case .missingFile: .internalServerError
        }
    }

    /// Both in one line, for the command line.
    package var message: String { "\(headline)。\(explanation)" }

    /// What happened, in a few words.
    var headline: String {
        switch code {
        case .notFound: "没有这个页面"
        case .unknownObject: "没有找到这个\(subject)"
        case .badParameter: "地址中的“\(subject)”不对"
        case .wrongHost: "不接受以这个名称访问"
        case .foreignForm: "没有接受这次提交"
        case .tooLarge: "提交的内容过大"
        case .signInNeeded: "请先登录"
        case .notPermitted: "您的岗位没有这项权限"
        case .onlyRead: "接口只供读取"
        case .tooManyRequests: "访问过于频繁"
        case .missingFile: "系统文件不完整"
        }
    }

    /// What exactly and where.
    var explanation: String {
        switch code {
        case .notFound: "地址可能输错，或者页面已经改名。"
        case .unknownObject: "登记和台账中没有“\(detail)”。"
        case .badParameter: "收到的是“\(detail)”，无法识别。"
        case .wrongHost: "本系统目前只在本机使用，不接受名称“\(detail)”。"
        case .foreignForm: "表单不是从本系统的页面提交的，未作任何改动。"
        case .tooLarge: "未作任何改动。"
        case .signInNeeded: "登录已失效或尚未登录，这次提交未作任何改动。"
        case .onlyRead: "不接受方法 \(detail)。未作任何改动。"
        case .notPermitted: "需要权限 \(detail)。未作任何改动。"
        case .tooManyRequests: "从这个地址或用这个令牌来的请求超过了上限，这一次没有处理，未作任何改动。"
        case .missingFile: "已查找：\(detail)"
        }
    }

    /// How to go on.
    var remedies: [String] {
        switch code {
        case .notFound, .unknownObject: ["核对地址", "从左侧菜单进入"]
        case .badParameter: ["日期写成 2026-11-21，月份写成 2026-11，时段写 1—24", "从左侧菜单进入"]
        case .wrongHost: ["在本机用 http://127.0.0.1 或 http://localhost 加端口访问"]
        case .foreignForm: ["回到原页面，刷新后再提交"]
        case .tooLarge: ["把说明写短一些，再提交"]
        case .signInNeeded: ["登录后重新提交"]
        case .onlyRead: ["用 GET 读取，改动在网页上办理"]
        case .notPermitted: ["工作需要时，请安全管理员在“人员与账户”中调整岗位"]
        case .tooManyRequests: ["\(detail) 秒后再试", "工作需要更高的频率时，请系统管理员调整规则 request-rates"]
        case .missingFile: ["把安装包中的 *.resources 文件夹与程序放在同一目录"]
        }
    }
}
