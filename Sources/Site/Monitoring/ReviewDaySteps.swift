import Accounts
import Monitoring
import Registry
import Standards

/// How far the review of each station's day has come.
enum ReviewDaySteps {
    static func rows(_ sheet: ReviewMatrixSheet, in context: PageContext) throws -> [ReviewMatrixPage.Step] {
        let mayReview = context.services.visitor.may(ReviewActions.review)
        return sheet.ownStations.map { station in
            let day = sheet.air.steps[station.id]?[sheet.day] ?? .none
            return ReviewMatrixPage.Step(
                id: station.id, station: station.name, statesText: states(of: station.id, sheet),
                reviewedText: text(day.reviewed), signedText: text(day.signed),
                lockedText: day.monthLocked.map { "\(text($0))（月）" } ?? text(day.locked),
                isChosen: mayReview != day.isLocked,
                gapsText: ReviewGapWords.words(
                    sheet.air.day(of: station.id).map {
                        ReviewGaps($0, dueHours: sheet.air.dueHours) { hour, item in
                            sheet.air.value(of: station.id, hour: hour, item)
                        }
                    }))
        }
    }

    /// The steps that a visitor may take.
    static func buttons(for visitor: Visitor) -> [ReviewMatrixPage.StepButton] {
        let all: [(ReviewStep.Kind, String)] = [
            (.reviewed, "完成初审"), (.signed, "复审签字"), (.locked, "当日审核定稿"), (.monthLocked, "本月审核定稿"),
        ]
        return all.filter { visitor.may(ReviewStepActions.permission($0.0)) }.map {
            ReviewMatrixPage.StepButton(step: $0.0.rawValue, label: $0.1)
        }
    }

    private static func text(_ step: ReviewStep?) -> String {
        step.map { "\($0.reviewer) \(Instant(milliseconds: $0.decidedMilliseconds).shortMinuteText)" } ?? "—"
    }

    private static func states(of station: String, _ sheet: ReviewMatrixSheet) -> String {
        var counts: [ReviewedValue.State: Int] = [:]
        for hour in 1...24 {
            for item in AirItem.allCases {
                let value = sheet.air.value(of: station, hour: hour, item)
                if value.raw != nil { counts[value.state, default: 0] += 1 }
            }
        }
        let parts = ReviewedValue.State.allCases.compactMap { state in
            counts[state].map { "\(state.name) \($0)" }
        }
        return parts.isEmpty ? "无数据" : parts.joined(separator: "、")
    }
}
