/// The page of one card; its fragment is the same card without the frame.
package struct ExplanationPage: Sendable {
    package let frame: PageFrame
    package let card: ExplanationCard
    /// Said when it is shown as of a past moment; nil for the present.
    package let past: PastNote?
}
