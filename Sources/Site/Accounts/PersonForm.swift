import Accounts

/// The form about a person, with that of an account where one is opened or changed.
package struct PersonForm: Sendable {
    package let action: String
    package let token: String
    /// The record it was made from; empty for somebody new.
    package let follows: String
    package let name: String
    package let phone: String
    package let unit: String
    package let unitKinds: [ReviewForm.Choice]
    package let unitNames: [String]
    package let post: String
    package let certificates: String
    package let login: String
    package let roleChoices: [ReviewForm.Choice]
    package let towns: String
    package let objects: String
    /// Where to go without saving.
    package let back: String
    /// Whether the account is disabled, has a second factor, is signed in somewhere.
    package let isDisabled: Bool
    package let hasFactor: Bool
    package let hasSessions: Bool
    /// What the provider calls the person; nil where the bureau has no provider.
    package let link: String?
    /// Why it was refused and how to mend it; nil at first.
    package let error: String?
}

extension PersonForm {
    /// - Parameters:
    ///   - rules: of the posts that can be chosen.
    init(
        _ action: SiteURL, _ fields: PersonFields, _ roles: RoleFields, login: String = "", follows: Int64? = nil,
        isDisabled: Bool = false, hasFactor: Bool = false, hasSessions: Bool = false, link: String? = nil,
        error: String? = nil,
        rules: AccountRules, in context: PageContext
    ) throws {
        self.init(
            action: action.path, token: context.services.formToken.text,
            follows: (follows ?? fields.follows).map(String.init) ?? "", name: fields.name, phone: fields.phone,
            unit: fields.unit,
            unitKinds: UnitKind.allCases.map {
                ReviewForm.Choice(value: $0.rawValue, label: $0.title, isChosen: $0.rawValue == fields.unitKind)
            },
            unitNames: try AccountStore.units(in: context.connection).map(\.name), post: fields.post,
            certificates: fields.certificates, login: login,
            roleChoices: rules.roles.map {
                ReviewForm.Choice(value: $0.id, label: $0.title, isChosen: roles.roles.contains($0.id))
            },
            towns: roles.towns, objects: roles.objects, back: SiteURL.people.path, isDisabled: isDisabled,
            hasFactor: hasFactor, hasSessions: hasSessions, link: link, error: error)
    }
}
