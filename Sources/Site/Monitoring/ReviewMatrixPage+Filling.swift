import Monitoring
import Records
import Registry
import Standards

extension ReviewMatrixPage {
    /// The matrix of a day.
    ///
    /// - Parameters:
    ///   - attempt: a decision or step that was refused, put back into the form.
    /// - Throws: `SiteError` for a station that is not registered; `CatalogError` when no standard was in force.
    init(_ query: ReviewMatrixQuery, attempt: ReviewMatrixAttempt? = nil, in context: PageContext) throws {
        let sheet = try ReviewMatrixSheet(query, in: context)
        let day = sheet.day
        let days = DayLinks(day, in: context) { SiteURL.reviewMatrix(on: $0, item: query.item, station: query.station) }
        let visitor = context.services.visitor
        let services = context.services
        let queue = try sheet.queue(in: context)
        let chosen = attempt.map { Set($0.cells) } ?? Self.picked(query.at, of: queue)
        self.init(
            frame: PageFrame(
                "审核矩阵", in: context, at: .reviewMatrix,
                notice: try ReviewNotice.text(of: query.recorded, in: context)),
            viewText: sheet.viewText, dayText: days.text, dayISO: day.description,
            dayAction: SiteURL.reviewMatrix().path, previousDay: days.previous, nextDay: days.next,
            views: Self.views(sheet), action: SiteURL.reviewMatrix().path,
            hidden: [
                ReviewForm.Hidden(name: FormToken.field, value: services.formToken.text),
                ReviewForm.Hidden(name: "day", value: day.description),
                ReviewForm.Hidden(name: "item", value: query.station == nil ? sheet.item.rawValue : ""),
                ReviewForm.Hidden(name: "station", value: query.station ?? ""),
            ], hours: (1...24).map(String.init),
            rows: sheet.rows.map { Row($0, on: sheet, chosen: chosen, at: query.at) },
            emptyReason: "没有登记空气站。站点在“一源一档”登记后显示。",
            reasons: try HourReviewReasons(context.catalog, on: context.today).all.map { reason in
                let asks = reason.needsCitation ? "剔除须填运维/校准记录" : (reason.needsNote ? "须写说明" : nil)
                return Reason(
                    digit: String(reason.digit), code: reason.code, title: reason.title, asks: asks,
                    isChosen: attempt?.reason == reason.code)
            }, note: attempt?.note ?? "", citation: attempt?.citation ?? "", reviewerName: visitor.reviewerName,
            reviewerTyped: attempt?.reviewer ?? "", error: attempt?.error, mayReview: visitor.may(ReviewActions.review),
            queue: queue.map { Waiting($0, on: sheet) },
            instruments: sheet.air.findings.filter { !$0.isQuestion }.map { Waiting(instrument: $0, on: sheet) },
            chartAction: SiteURL(.reviewChart).path, stepsAction: SiteURL(.reviewSteps).path,
            steps: try ReviewDaySteps.rows(sheet, in: context),
            stepButtons: ReviewDaySteps.buttons(for: visitor), mayUnlock: visitor.may(ReviewStepActions.unlock),
            sheetHref: SiteURL(.reviewSheet, query: [("day", day.description)]).path,
            superiorHref: SiteURL.reviewSuperior(of: query.station, on: day).path)
    }

    /// What waits together with a value to which the eye is led: one key decides all of it.
    private static func picked(_ place: String, of queue: [ReviewQueue.Entry]) -> Set<String> {
        for entry in queue {
            let places = entry.places.map { ReviewCellName.place($0.item, $0.hour + 1, entry.finding.station) }
            if places.contains(place) { return Set(places) }
        }
        return []
    }

    private static func views(_ sheet: ReviewMatrixSheet) -> [View] {
        AirItem.allCases.map { item in
            View(
                label: "\(item.screenName) × 各站", href: SiteURL.reviewMatrix(on: sheet.day, item: item).path,
                isCurrent: sheet.query.station == nil && item == sheet.item)
        }
            + sheet.air.stations.map { station in
                View(
                    label: "\(station.name) × 各项",
                    href: SiteURL.reviewMatrix(on: sheet.day, station: station.id).path,
                    isCurrent: sheet.query.station == station.id)
            }
    }
}

extension ReviewMatrixPage.Row {
    init(_ row: ReviewMatrixSheet.Row, on sheet: ReviewMatrixSheet, chosen: Set<String>, at place: String) {
        let isStation = sheet.query.station != nil
        let other =
            isStation
            ? SiteURL.reviewMatrix(on: sheet.day, item: row.item)
            : SiteURL.reviewMatrix(on: sheet.day, station: row.station.id)
        self.init(
            label: isStation ? row.item.screenName : row.station.name, href: other.path, unit: row.item.screenUnit,
            cells: (1...24).map { hour in
                ReviewMatrixPage.Cell(row, hour: hour, on: sheet, chosen: chosen, at: place)
            })
    }
}

extension ReviewMatrixPage.Cell {
    init(
        _ row: ReviewMatrixSheet.Row, hour: Int, on sheet: ReviewMatrixSheet, chosen: Set<String>, at place: String
    ) {
        let value = sheet.air.value(of: row.station.id, hour: hour, row.item)
        let name = ReviewCellName(value, station: row.station.id, item: row.item, hour: hour)
        let questions = sheet.air.questions(of: row.station.id, hour: hour).filter { $0.items.contains(row.item) }
        let mark = StationPage.HourRow.mark(of: row.item, value, questions)
        let isDue = hour <= sheet.air.dueHours
        let text = Self.text(value, isDue: isDue)
        let isOpen = row.isOpen && value.raw != nil && value.standing?.isSuperior != true
        self.init(
            name: isOpen ? name.text : nil, place: name.place, text: text,
            state: value.state == .raw ? nil : String(value.state.name.prefix(1)),
            sign: value.isEntered ? "手" : mark?.sign,
            className: Self.className(value, mark: mark, isDue: isDue),
            label: Self.label(value, questions, row: row, hour: hour, on: sheet),
            isChosen: chosen.contains(name.text) || chosen.contains(name.place),
            isAt: name.place == place)
    }

    private static func text(_ value: ReviewedValue, isDue: Bool) -> String {
        if let entered = value.isEntered ? value.value : nil { return entered.screenText }
        guard let raw = value.raw else { return isDue ? "断" : "" }
        guard let sent = raw.value, raw.isValid else { return ReadingFlag.letter(raw.flag) }
        return sent.screenText
    }

    /// `query`, `kept`, `doubted` or `rejected`, with `miss` where nothing counts.
    private static func className(_ value: ReviewedValue, mark: HourMark?, isDue: Bool) -> String {
        let isMissing = value.raw?.isValid != true && !value.isEntered
        let ground = isMissing ? (isDue || value.raw != nil ? "miss" : "later") : "there"
        return [ground, mark?.className, value.state == .second || value.state == .superior ? "signed" : nil]
            .compactMap(\.self).joined(separator: " ")
    }

    private static func label(
        _ value: ReviewedValue, _ questions: [AirFinding], row: ReviewMatrixSheet.Row, hour: Int,
        on sheet: ReviewMatrixSheet
    ) -> String {
        var parts = ["\(row.station.name) \(hour)时 \(row.item.screenName)"]
        if let raw = value.raw {
            let sent = raw.value.map { "\($0.screenText) \(row.item.screenUnit)" } ?? "无值"
            parts.append(raw.isValid ? sent : "\(sent)，\(ReadingFlag.meaning(raw.flag))")
        } else {
            parts.append(hour <= sheet.air.dueHours ? "断网或无报文" : "未到时")
        }
        if value.raw != nil { parts.append(value.state.name) }
        if let standing = value.standing { parts.append(sheet.air.words.words(standing)) }
        if value.isOutdated { parts.append("审核后又收到新值，待核") }
        parts += questions.map { "待核：\($0.sentence)" }
        if let refusal = row.isOpen ? nil : sheet.air.reviewRefusal(of: row.station) { parts.append(refusal) }
        return parts.joined(separator: "　")
    }
}

extension ReviewMatrixPage.Waiting {
    init(_ entry: ReviewQueue.Entry, on sheet: ReviewMatrixSheet) {
        let finding = entry.finding
        let first = entry.places.first ?? ReviewEffects.Place(item: .pm25, hour: finding.hours.lowerBound - 1)
        self.init(
            title: Self.title(of: finding, on: sheet), detail: "\(finding.sentence)。规则：\(finding.rules)",
            effect: ReviewEffectWords.words(entry.effect),
            href: SiteURL.reviewMatrix(
                on: sheet.day, item: first.item,
                at: ReviewCellName.place(first.item, first.hour + 1, finding.station)
            ).path)
    }

    /// Silence or a hint: its page is the station's day, from which the contractor is asked.
    init(instrument finding: AirFinding, on sheet: ReviewMatrixSheet) {
        self.init(
            title: Self.title(of: finding, on: sheet), detail: "\(finding.sentence)。规则：\(finding.rules)",
            effect: finding.isHint
                ? "只提示仪器可能失真，不据此剔除数值；查仪器或发运维工单"
                : finding.isMarked ? "设备已标记，不参加统计；频繁出现的发运维工单" : "补传数据，或查设备和线路",
            href: SiteURL.reviewMatrix(on: sheet.day, station: finding.station).path)
    }

    private static func title(of finding: AirFinding, on sheet: ReviewMatrixSheet) -> String {
        let name = sheet.air.stations.first { $0.id == finding.station }?.name ?? finding.station
        return "\(name) \(HourText.list(Array(finding.hours))) \(finding.shortText)"
    }
}
