import Standards

/// A year's plan of manual monitoring: which points are sampled for which items how often (年度监测计划).
package struct ManualPlan: Sendable, Hashable {
    /// What is measured at one point, at one frequency.
    package struct Line: Sendable, Hashable {
        /// The id of the registered object.
        package let object: String
        /// A code of `ManualFrequency`.
        package let frequency: String
        /// Codes of `ManualItem`.
        package let items: [String]

        package init(object: String, frequency: String, items: [String]) {
            self.object = object
            self.frequency = frequency
            self.items = items
        }
    }

    /// Who delivers the samples and the report, and within how many days.
    package struct Contractor: Sendable, Hashable {
        /// Empty where the bureau's own station does it.
        package let name: String
        /// The number of its certificate of accreditation (CMA).
        package let certificate: String
        /// Days from the sampling to the report.
        package let reportDays: Int

        package init(name: String, certificate: String, reportDays: Int) {
            self.name = name
            self.certificate = certificate
            self.reportDays = reportDays
        }
    }

    package let id: String
    package let name: String
    package let year: Int
    /// The paper that orders it.
    package let basis: String
    /// The code of the sheet that its samplers fill in.
    package let form: String
    package let contractor: Contractor
    package let lines: [Line]

    package init(
        id: String, name: String, year: Int, basis: String, form: String, contractor: Contractor, lines: [Line]
    ) {
        self.id = id
        self.name = name
        self.year = year
        self.basis = basis
        self.form = form
        self.contractor = contractor
        self.lines = lines
    }

    /// The line of a point at a frequency.
    package func line(_ object: String, _ frequency: String) -> Line? {
        lines.first { $0.object == object && $0.frequency == frequency }
    }
}
