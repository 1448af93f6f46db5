package import Records

/// The rights to see; those to act are declared beside their actions.
extension Permission {
    /// 监测: stations, water, reviews, leads.
    package static let viewMonitoring = Permission(rawValue: "monitoring.view")
    /// 报文: devices, packets, adoption, upper platforms.
    package static let viewGateway = Permission(rawValue: "gateway.view")
    /// 成果: figures, documents, their proofs.
    package static let viewReporting = Permission(rawValue: "reporting.view")
    /// 一源一档.
    package static let viewRegistry = Permission(rawValue: "registry.view")
    /// 规则目录.
    package static let viewCatalog = Permission(rawValue: "catalog.view")
    /// 运行状态.
    package static let viewOperations = Permission(rawValue: "operations.view")
    /// Accounts, units, people.
    package static let viewAccounts = Permission(rawValue: "accounts.view")
    /// All records, and the check of the chain.
    package static let viewAudit = Permission(rawValue: "audit.view")

    /// All of them.
    package static let views: Set<Permission> = [
        viewMonitoring, viewGateway, viewReporting, viewRegistry, viewCatalog, viewOperations, viewAccounts, viewAudit,
    ]
}
