import Monitoring
import Records
import Registry
import Standards

extension ReviewSuperiorPage {
    /// The page of a station's day.
    ///
    /// - Parameters:
    ///   - id: the station; nil for the first that others review.
    ///   - attempt: an entry that was refused, put back into its form.
    init(
        _ id: String?, on date: CivilDate?, recorded: Int64? = nil, attempt: ReviewSuperiorAttempt? = nil,
        in context: PageContext
    ) throws {
        let day = date ?? context.yesterday
        let all = try RegistryStore.objects(.station, in: context.connection)
        let chosen = try id.map { try context.object($0, .station, called: "站点") }
        let station = chosen ?? all.first { !StationOwnership.isReviewedHere($0) } ?? all.first
        let span = Period.day(day)
        let questions = try ReviewQuestionStore.questions(from: span.start, to: span.end, in: context.connection)
            .filter { $0.station == station?.id }
        let rulings = try ReviewStore.reviews(on: day, of: station?.id, in: context.connection).filter(\.isSuperior)
        let mayReview = context.services.visitor.may(ReviewActions.review)
        let title = "疑问反馈与上级核定"
        self.init(
            frame: PageFrame(
                title, in: context, at: .reviewMatrix, notice: try ReviewNotice.text(of: recorded, in: context)),
            dayText: "\(day.chinese)　\(station.map { "\($0.name)（\($0.text("managementLevel"))）" } ?? "没有登记空气站")",
            dayISO: day.description, action: SiteURL(.reviewSuperior).path,
            stations: all.map { ReviewForm.Choice(value: $0.id, label: $0.name, isChosen: $0.id == station?.id) },
            matrixHref: SiteURL.reviewMatrix(on: day, station: station?.id).path, error: attempt?.error,
            questions: questions.map { Question($0) },
            rulings: ReviewRows.rows(
                rulings, names: station.map { [$0.id: $0.name] } ?? [:], in: context),
            forms: mayReview
                ? try station.map {
                    try ReviewSuperiorForms(station: $0, day: day, questions: questions, attempt: attempt, in: context)
                        .all
                } ?? [] : [],
            formRefusal: mayReview ? nil : "没有审核权限，只能查看。")
    }
}

extension ReviewSuperiorPage.Question {
    init(_ question: ReviewQuestion) {
        let hours = Set(question.cells.map { $0.start.beijingHour + 1 }).sorted()
        let items = Set(question.cells.compactMap { AirItem(rawValue: $0.item) }).sorted().map(\.screenName)
        self.init(
            sequence: String(question.sequence),
            askedText: Instant(milliseconds: question.askedMilliseconds).shortMinuteText,
            values: "\(HourText.list(hours)) \(items.joined(separator: "、"))", text: question.text,
            addressee: question.addressee, reviewer: question.reviewer,
            replies: question.replies.map { reply in
                let paper = reply.document.isEmpty ? "" : " \(reply.document)"
                return
                    "\(reply.date) \(reply.issuer)\(paper)：\(reply.text)（\(reply.reviewer)登记，台账第 \(reply.sequence) 条）"
            })
    }
}
