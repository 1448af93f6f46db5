/// Where a document stands on its way from the first draft to its publication.
package enum DraftStage: String, CaseIterable, Sendable {
    case drafting = "拟稿"
    case reviewing = "核稿"
    case countersigning = "会签"
    case deliberating = "党组审议"
    case signing = "签发"
    case numbering = "编号"
    case sealing = "用印"
    case delivering = "报送"
    case publishing = "公开"
    /// Behind the last stage.
    case ended = "办结"
}
