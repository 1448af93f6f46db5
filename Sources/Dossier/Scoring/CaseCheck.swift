/// What the program decides of a case's file by itself: a closed list, each word of a rule file for one check.
package enum CaseCheck: String, CaseIterable, Sendable {
    case officers
    case sameParty = "same_party"
    case sampling
    case fault
    case provision
    case inForce = "in_force"
    case range
    case notice
    case defence
    case hearing
    case seizureNotice = "seizure_notice"
    case discussion
    case discussedAgain = "discussed_again"
    case legalReview = "legal_review"
    case limitation
    case apart
    case reinspection
    case dailyAmount = "daily_amount"
    case dailyOrder = "daily_order"
    case seizureTerm = "seizure_term"
}
