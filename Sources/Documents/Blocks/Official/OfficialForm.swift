/// The forms of official documents that GB/T 9704-2012 lays down.
package enum OfficialForm: String, Hashable, Sendable, CaseIterable {
    /// The general form (chapter 7), also for a document that goes up and names who signed it out.
    case document
    /// 信函格式 (10.1).
    case letter
    /// 纪要格式 (10.3).
    case minutes
}
