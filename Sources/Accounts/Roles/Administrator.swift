/// The three administrators that one account never holds two of (三员分立, GB/T 22239-2019, 8.1.5).
package enum Administrator: String, CaseIterable, Sendable {
    /// 系统管理员: the running of the system.
    case system
    /// 安全管理员: accounts, roles, policy.
    case security
    /// 审计管理员: logs and the check of the chain.
    case audit
}
