package cn.sihong.award.honours;

import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.paging.Page;
import cn.sihong.platform.paging.PageRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** The gallery of honoured brands; what stands first was taken up most, not looked at most. */
@RestController
@RequestMapping("/api/public/brands")
class PublicBrandController {

    private final JdbcClient jdbc;
    private final Clock clock;

    PublicBrandController(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A brand.
     *
     * @param adoptions schools that took it up, each confirmed by its own school
     */
    record Brand(
            UUID id,
            String category,
            String categoryName,
            String title,
            String schoolName,
            String summary,
            String programmeTitle,
            int year,
            int adoptions,
            boolean demonstration) {}

    @GetMapping
    @Transactional(readOnly = true)
    public Page<Brand> list(
            @RequestParam(required = false) @Nullable String category, PageRequest page) {
        return Page.of(
                jdbc.sql(
                                """
                                select * from brands
                                where valid_until >= :today
                                  and (cast(:category as text) is null or category = :category)
                                  and (cast(:after as uuid) is null or (adoptions, -sequence) < (
                                      select adoptions, -sequence from brands where id = :after))
                                order by adoptions desc, sequence limit :limit
                                """)
                        .param("today", LocalDate.ofInstant(clock.instant(), WorkingDays.BEIJING))
                        .param("category", category)
                        .param("after", page.afterId().orElse(null))
                        .param("limit", page.limitAndOne())
                        .query((row, n) ->
                                new Brand(
                                        row.getObject("id", UUID.class),
                                        row.getString("category"),
                                        row.getString("category_name"),
                                        row.getString("title"),
                                        row.getString("school_name"),
                                        row.getString("summary"),
                                        row.getString("programme_title"),
                                        row.getInt("year"),
                                        row.getInt("adoptions"),
                                        row.getBoolean("demonstration")))
                        .list(),
                page,
                brand -> brand.id().toString());
    }
}
