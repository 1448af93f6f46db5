import Monitoring
import Registry
import Standards

extension HourPage {
    /// The page of an hour.
    ///
    /// - Parameters:
    ///   - attempt: a review that was refused, put back into the form.
    ///   - recorded: the record of a review whose success is told.
    init(
        _ place: HourPlace, attempt: ReviewAttempt? = nil, recorded: Int64? = nil, in context: PageContext
    ) throws {
        let sheet = try HourSheet(place, in: context)
        let station = sheet.station
        let day = SiteURL.station(station.id, on: place.date)
        let title = "\(place.date.chinese) \(place.hour)时"
        let state = DataState(air: sheet.air, station: station, in: context)
        let next = place.next
        let isNextThere = next.start < context.now
        let refusal = sheet.reviewRefusal
        let form =
            refusal == nil
            ? try ReviewForm(action: place.address, date: place.date, hour: place.hour, attempt: attempt, in: context)
            : nil
        self.init(
            frame: PageFrame(
                title, in: context, at: .stations, path: [Breadcrumb(label: station.name, href: day.path)],
                state: state.review, notice: try ReviewNotice.text(of: recorded, in: context)),
            stationName: station.name, stationHref: day.at("h\(place.hour)").path,
            hourText: "\(title)（\(HourText.span(place.hour))）",
            previousHour: TextLink(label: "\(place.previous.hour)时", href: place.previous.address.path),
            nextHour: isNextThere ? TextLink(label: "\(next.hour)时", href: next.address.path) : nil,
            nextQuery: sheet.nextQuery.map {
                TextLink(label: "下一个待核：\($0)时", href: SiteURL.hour($0, of: station.id, on: place.date).path)
            }, aqi: sheet.words.aqi, levelClass: sheet.words.levelClass, levelName: sheet.words.levelName,
            primary: sheet.words.primary, stateText: sheet.words.stateText, state: state,
            findings: sheet.questions.map {
                Finding(kind: $0.kindName, tone: $0.tone, text: "\($0.sentence)。规则：\($0.rules)")
            },
            items: AirItem.allCases.map { Item($0, on: sheet) },
            minutes: try HourRecords.minutes(sheet, in: context), service: try HourRecords.service(sheet, in: context),
            calculation: sheet.hour.hasValidValue ? try ExplanationCard(hour: sheet, in: context) : nil,
            explainHref: sheet.words.explanation?.path,
            neighbourColumns: StationPage.valueColumns, neighbours: HourNeighbours.rows(sheet),
            origins: try HourOrigins.origins(sheet, in: context),
            noOriginReason: "这一小时没有收到报文，也没有导入数据。设备连接情况见“报文质量”；已有文件时用 qingheng import air 补导入。",
            versions: sheet.versions.map { Version($0, on: sheet) },
            decisions: ReviewRows.rows(sheet.reviews, in: context),
            reviewForm: form, reviewRefusal: refusal)
    }
}

extension HourPage.Item {
    init(_ item: AirItem, on sheet: HourSheet) {
        let reading = sheet.hour.readings[item]
        let mark = sheet.mark(of: item)
        let raw = sheet.words.printed(item)
        let value = sheet.value(of: item)
        let index = sheet.hour.result.iaqi(item)
        self.init(
            label: item.screenName, unit: item.screenUnit, raw: raw,
            reviewed: Self.reviewed(raw, value, mark: mark, sheet.air.words),
            flag: reading.map { Self.flag($0, isAccepted: sheet.acceptance.covers($0)) } ?? "—",
            iaqi: index.map(String.init) ?? "—",
            explainHref: index.flatMap { _ in sheet.words.explanation?.path },
            levelClass: index.map { "l\(sheet.air.rule.level(ofAQI: $0).rank)" },
            isPrimary: sheet.hour.result.primaryItems.contains(item),
            stateText: value.state == .raw
                ? sheet.words.itemState(hasReading: reading != nil) : value.state.name,
            decision: value.standing.map(sheet.air.words.words)
                ?? (value.isOutdated ? "审核后又收到新值，待核" : "—"),
            sourceHref: reading.map { SiteURL.evidence($0.origin.evidence).path })
    }

    /// The device's mark with its meaning, and whether the device was accepted.
    private static func flag(_ reading: Reading, isAccepted: Bool) -> String {
        let meaning = reading.flag.isEmpty ? "正常" : "\(reading.flag) \(ReadingFlag.meaning(reading.flag))"
        return isAccepted ? meaning : "\(meaning)，未验收"
    }

    /// What counts of the value, beside the raw one, which stays as it came.
    private static func reviewed(
        _ raw: PrintedValue, _ value: ReviewedValue, mark: HourMark?, _ words: HourReviewWords
    ) -> PrintedValue {
        let text = value.isRejected ? "剔除" : (value.isEntered ? value.value?.screenText ?? "" : raw.text)
        return PrintedValue(
            text: text, isMissing: value.isRejected || (raw.isMissing && !value.isEntered), markClass: mark?.className,
            markText: mark?.sign, note: value.standing.map(words.words) ?? mark?.name)
    }
}

extension HourPage.Version {
    init(_ reading: Reading, on sheet: HourSheet) {
        let item = AirItem(rawValue: reading.series.item)
        let value = reading.value.map { "\($0.screenText) \(item?.screenUnit ?? "")" } ?? "无值"
        let marks =
            (reading.isValid ? [] : [ReadingFlag.meaning(reading.flag)])
            + (sheet.acceptance.covers(reading) ? [] : ["未验收"])
        let mark = marks.isEmpty ? "" : "（\(marks.joined(separator: "，"))）"
        let isCurrent = item.flatMap { sheet.hour.readings[$0] } == reading
        let isFirst = sheet.versions.last { $0.series == reading.series } == reading
        let kind: String
        switch reading.origin {
        case .importRow: kind = "导入"
        case .manual: kind = "手工"
        case .packet: kind = isFirst ? "首次上传" : "再次上传"
        }
        self.init(
            item: item?.screenName ?? reading.series.item, value: value + mark,
            received: Instant(milliseconds: reading.arrivedMilliseconds).shortSecondText, kind: kind,
            href: SiteURL.evidence(reading.origin.evidence).path, isCurrent: isCurrent)
    }
}
