package import Records

/// What people and accounts offer to the house.
package enum AccountsCapability {
    package static let capability = Capability(
        name: "Accounts", migrations: [AccountState.migration, AccountState.provider, AccountState.acting],
        actions: AccountActions.kinds,
        projections: [AccountProjection()])
}
