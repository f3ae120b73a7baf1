package cn.sihong.award.statistics;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

@RestController
@RequestMapping("/api/statistics")
class StatisticsController {

    private final Statistics statistics;

    StatisticsController(Statistics statistics) {
        this.statistics = statistics;
    }

    @GetMapping("/{programme}")
    Statistics.Report of(@PathVariable UUID programme) {
        return statistics.of(programme);
    }

    @GetMapping("/{programme}/workbook.xlsx")
    ResponseEntity<byte[]> workbook(@PathVariable UUID programme) {
        return ResponseEntity.ok()
                .contentType(
                        MediaType.parseMediaType(
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("统计.xlsx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(StatisticsWorkbook.of(statistics.of(programme)));
    }
}
