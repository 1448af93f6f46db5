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
    /// Sources of kinds that not everybody sees, on top of `viewRegistry`: radiation sources.
    package static let viewRestrictedRegistry = Permission(rawValue: "registry.view-restricted")
    /// 办件: matters, their histories and clocks.
    package static let viewCasework = Permission(rawValue: "casework.view")
    /// 规则目录.
    package static let viewCatalog = Permission(rawValue: "catalog.view")
    /// 运行状态.
    package static let viewOperations = Permission(rawValue: "operations.view")
    /// Accounts, units, people.
    package static let viewAccounts = Permission(rawValue: "accounts.view")
    /// All records, and the check of the chain.
    package static let viewAudit = Permission(rawValue: "audit.view")

    /// All of them with their Chinese names, in the order of the menu.
    package static let viewTitles: [(right: Permission, title: String)] = [
        (viewMonitoring, "看监测数据"), (viewGateway, "看设备与报文"), (viewRegistry, "看一源一档"),
        (viewRestrictedRegistry, "看限制公开的档案"), (viewReporting, "看指标与报告"), (viewCasework, "看办件"),
        (viewCatalog, "看规则目录"), (viewOperations, "看运行状态"), (viewAccounts, "看人员与账户"), (viewAudit, "审计"),
    ]

    /// All of them.
    package static let views = Set(viewTitles.map(\.right))
}
