import Hummingbird
import Records
import Synchronization

/// 审计: the search and the check of the chain.
struct AuditRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.audit) { request, _ in
            let query = try Self.query(RequestQuery(request))
            return try await shell.page(.audit) { try AuditPage(query, in: $0) }
        }
        router.post(.audit) { request, context in
            _ = try await FormFields(posted: request, in: context, by: shell.services)
            let check = try await Self.check(shell.services.book)
            return try await shell.page(.audit) { try AuditPage(AuditPage.Query(), check: check, in: $0) }
        }
    }

    private static func query(_ query: RequestQuery) throws -> AuditPage.Query {
        AuditPage.Query(
            from: try query.date("from"), to: try query.date("to"), actor: query.text("actor") ?? "",
            action: query.text("action") ?? "", subject: query.text("subject") ?? "",
            before: try query.record("before"))
    }

    private static func check(_ book: RecordBook) async throws -> AuditPage.Check {
        let found = Mutex<[String]>([])
        var summary: [String] = []
        for audit in [LedgerAudit(), PersonalAudit()] as [any Audit] {
            summary.append(
                try await audit.run(book) { finding in found.withLock { $0.append("\(finding.place)：\(finding.fault)") }
                })
        }
        let findings = found.withLock { $0 }
        return AuditPage.Check(
            title: findings.isEmpty ? "台账完整：每条记录与哈希树、签名的检查点一致" : "发现 \(findings.count) 处问题",
            summary: summary.joined(separator: "，"), findings: findings,
            remark: "这里校验记录、哈希树、检查点和个人信息的承诺值；报文库、附件、导入文件、已封存文件的全面校验用命令 qingheng verify。")
    }
}
