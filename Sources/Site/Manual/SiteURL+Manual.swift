import Monitoring
import Standards

extension SiteURL {
    /// - Parameter recorded: the record whose success the page shall tell.
    static func manualPlans(recorded: Int64? = nil) -> SiteURL {
        SiteURL(.manualPlans, query: [("recorded", recorded.map(String.init))])
    }

    /// A plan, with the tasks of a month.
    static func manualPlan(_ plan: String, month: CivilDate? = nil, recorded: Int64? = nil) -> SiteURL {
        SiteURL(
            .manualPlan, ["plan": plan],
            query: [("month", month?.monthText), ("recorded", recorded.map(String.init))])
    }

    static func manualTask(_ task: ManualTaskID, recorded: Int64? = nil) -> SiteURL {
        SiteURL(
            .manualTask,
            [
                "plan": task.plan, "object": task.object, "frequency": task.frequency,
                "window": task.window.description,
            ], query: [("recorded", recorded.map(String.init))])
    }

    static func manualReport(_ report: String, of plan: String, recorded: Int64? = nil) -> SiteURL {
        SiteURL(
            .manualReport, ["plan": plan, "report": report], query: [("recorded", recorded.map(String.init))])
    }

    /// - Parameter file: `workbook` or `paper`.
    static func manualReportFile(_ report: String, of plan: String, file: String) -> SiteURL {
        SiteURL(.manualReportFile, ["plan": plan, "report": report, "file": file])
    }

    static func manualImport(_ plan: String, corrects: String? = nil) -> SiteURL {
        SiteURL(.manualImport, ["plan": plan], query: [("corrects", corrects)])
    }

    static func manualTemplate(_ plan: String) -> SiteURL { SiteURL(.manualTemplate, ["plan": plan]) }

    static func manualExport(_ plan: String, month: CivilDate) -> SiteURL {
        SiteURL(.manualExport, ["plan": plan, "month": month.monthText])
    }

    static func manualComparison(_ plan: String) -> SiteURL { SiteURL(.manualComparison, ["plan": plan]) }
}
