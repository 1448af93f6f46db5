/// 例外事件扣除: applications, the superior's decisions, what is out with the measured value beside it.
package struct ExceptionsPage: Sendable {
    package let frame: PageFrame
    /// Why the last entry was refused; nil at first.
    package let error: String?
    package let unitText: String
    package let untilText: String
    package let events: [Event]
    package let values: [Value]
    package let means: [Mean]
    package let forms: [CaseForm]
    package let formRefusal: String?

    package struct Event: Sendable {
        package let appliedText: String
        package let kind: String
        package let extent: String
        package let reason: String
        package let applicant: String
        package let decisions: [String]
        package let sequence: String
    }

    package struct Value: Sendable {
        package let day: String
        package let place: String
        package let item: String
        package let measured: String
        package let measuredHref: String
        package let assessed: String
        package let word: String
        package let aqi: String
        package let deductedIndex: String
        package let goodDays: String
    }

    package struct Mean: Sendable {
        package let item: String
        package let measured: String
        package let measuredHref: String
        package let assessed: String
        package let assessedHref: String
    }
}
