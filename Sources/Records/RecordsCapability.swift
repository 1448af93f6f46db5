/// What the ledger offers about itself.
package enum RecordsCapability {
    package static let capability = Capability(
        name: "Records", migrations: [NodeState.migration, PersonalState.migration],
        actions: LedgerActions.kinds + RuleActions.kinds + PersonalActions.kinds,
        audits: [LedgerAudit(), AttachmentAudit(), RulesAudit(), PersonalAudit()])
}
