/// A review that was not recorded, with the reason in its `error`.
struct RefusedReview: Error {
    let attempt: ReviewAttempt
}
