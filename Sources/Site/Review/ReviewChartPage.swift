/// An item of a station over a day beside its neighbours and the day before: what a reviewer looks at before deciding.
package struct ReviewChartPage: Sendable {
    package let frame: PageFrame
    package let title: String
    package let chart: ChartFragment
    /// The same numbers.
    package let table: TablePage.Table
    package let matrixHref: String
}
