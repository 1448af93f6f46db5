package import Standards

/// Why an attempt is refused: a code and the facts, with the articles and the day on which it becomes possible. `message` is the
/// Chinese sentence.
package struct MatterRefusal: Error, Hashable, Sendable {
    /// What is wrong.
    package enum Code: String, CaseIterable, Sendable {
        /// Others acted since; what they did is in `since`.
        case moved
        /// There is no opening, or a second one.
        case notOpened, alreadyOpened
        /// The matter is over, or goes on in another.
        case over, mergedAway
        /// The procedure has no such action, clock, state or fact.
        case unknownAction, unknownClock, unknownState, unknownFact
        /// No version of the procedure was in force on the day, or another one is named.
        case nothingInForce
        /// The action may not be taken from the present state.
        case wrongState
        /// None of the actor's posts may do this, or another handles the matter.
        case wrongRole, notHandler
        /// A time of waiting, or before an event, is not kept.
        case tooEarly, leadTimeShort
        /// A time to act in has passed.
        case tooLate
        /// A clock that must run, or a day that must be stated, is missing.
        case clockNotRunning, dayMissing
        /// Another step must come first, must not have been, or must be repeated.
        case stepMissing, stepDone, stepOutdated
        /// Somebody who took part in another step may not take this one.
        case notApart
        /// Too few officers, or a certificate that is not valid on the day.
        case officersMissing, certificateInvalid
        /// Papers, facts, confirmations, signatures or opinions that are missing or wrong.
        case papersMissing, factMissing, factWrong, aboveLimit
        case confirmationMissing, confirmationWrong
        case signatureMissing, signatureOutOfTurn, signatureRefused, opinionMissing
        /// Papers that are not signed and back, findings of the file that are neither mended nor overridden.
        case paperUnfinished, findingOpen
        /// The step was taken as often as it may be.
        case roundsUsed
        /// The time given lies ahead, or before what came last.
        case inFuture, beforeLast
        /// Entered later than it happened, without reason or papers.
        case backfillMissing
        /// Nothing can be taken back, or somebody else's step.
        case nothingToWithdraw, notOwnStep
        /// The matter never was in that state.
        case notVisited
        /// The clock knows no such reason, rests already for it, or does not rest.
        case unknownGround, alreadyPaused, notPaused
        /// All extensions are used, or the time has run out already.
        case noExtension, alreadyExpired
        /// The step of the ladder is not reached, or lacks papers or the body that authorises it.
        case notReached, authorityMissing
        /// A reason must be given.
        case reasonMissing
        /// Somebody named has no account in the post, or not the certificate; or the unit is not known.
        case notInPost, certificateUnknown, unknownUnit
    }

    /// What is wrong.
    package let code: Code
    /// The action, clock, state or fact it is about.
    package var subject: String?
    /// What is missing or wrong, one thing each.
    package var details: [String] = []
    /// The articles, as they may be cited on the day of the step.
    package var articles: String?
    /// The first day on which it becomes possible; nil where time alone does not help.
    package var possibleFrom: CivilDate?
    /// The last day on which it was possible.
    package var possibleUntil: CivilDate?
    /// Whether the day is 暂定.
    package var isProvisional = false
    /// What others did since.
    package var since: [MatterEntry] = []

    /// Makes a refusal.
    package init(_ code: Code, _ subject: String? = nil, details: [String] = [], articles: String? = nil) {
        self.code = code
        self.subject = subject
        self.details = details
        self.articles = articles
    }
}
