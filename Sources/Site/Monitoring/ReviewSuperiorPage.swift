/// 疑问反馈与上级核定 of a station's day: questions to the owner of the station with their replies, and what the superior decided.
package struct ReviewSuperiorPage: Sendable {
    package let frame: PageFrame
    package let dayText: String
    package let dayISO: String
    package let action: String
    package let stations: [ReviewForm.Choice]
    package let matrixHref: String
    /// Why the last entry was refused; nil at first.
    package let error: String?
    package let questions: [Question]
    package let rulings: [ReviewLogPage.Row]
    package let forms: [CaseForm]
    /// Why there are no forms; nil where there are.
    package let formRefusal: String?

    package struct Question: Sendable {
        package let sequence: String
        package let askedText: String
        package let values: String
        package let text: String
        package let addressee: String
        package let reviewer: String
        package let replies: [String]
    }
}
