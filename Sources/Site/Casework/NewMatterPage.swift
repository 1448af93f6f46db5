import Accounts
import Casework
import Catalog
import Records
import Standards
import Storage

/// 立办件: the form that opens a matter.
package struct NewMatterPage: Sendable {
    package let frame: PageFrame
    package let action: String
    package let token: String
    package let error: String?
    package let title: String
    package let groups: [Group]
    package let handlers: [ReviewForm.Choice]
    package let backfillInputs: [FormInput]
    package let isBackfill: Bool
    /// The matter from which the new one follows; empty for none.
    package let followsMatter: String
    package let followsText: String?

    /// Procedures of one family.
    package struct Group: Sendable {
        package let heading: String
        package let options: [ReviewForm.Choice]
    }

    init(_ fields: FormFields, error: String?, in context: PageContext) throws {
        let names = try CaseworkNames(in: context)
        let chosen = fields.first("procedure") ?? ""
        let book = try context.casework.procedures
        let procedures = book.procedures.filter { $0.header.effective.contains(context.today) }
        let rules = try AccountRules(context.catalog, on: context.today)
        let acting = Set(rules.roles.filter { $0.rights.contains(CaseworkActions.act) }.map(\.id))
        let handler = fields.first("handler") ?? ""
        let attempt = fields.pairs.isEmpty ? nil : StepAttempt(fields: fields)
        let other = fields.first("follows-matter") ?? fields.first("follows") ?? ""
        let followed =
            other.isEmpty
            ? nil : try MatterStore.matter(MatterID(rawValue: other), in: context.connection)
        frame = PageFrame("立办件", in: context, at: .matters)
        action = SiteURL(.newMatter).path
        token = context.services.formToken.text
        self.error = error
        title = fields.first("title") ?? ""
        groups = ProcedureFamily.allCases.map { family in
            Group(
                heading: family.title,
                options: procedures.filter { $0.family == family }.map {
                    ReviewForm.Choice(value: $0.id, label: $0.header.title, isChosen: $0.id == chosen)
                })
        }.filter { !$0.options.isEmpty }
        handlers =
            try [ReviewForm.Choice(value: "", label: "（暂不指定）", isChosen: handler.isEmpty)]
            + AccountStore.accounts(in: context.connection).filter { !$0.isDisabled }.flatMap { account in
                account.roles.filter(acting.contains).map { role in
                    let value = "\(account.person)|\(role)"
                    return ReviewForm.Choice(
                        value: value, label: "\(names.person(account.person))（\(names.post(role))）",
                        isChosen: value == handler)
                }
            }
        backfillInputs = StepPage.backfill(attempt, context.now)
        isBackfill = attempt?.isBackfill ?? false
        followsMatter = followed.map(\.id.rawValue) ?? ""
        followsText = followed.map { "由“\($0.title)”而来" }
    }
}
