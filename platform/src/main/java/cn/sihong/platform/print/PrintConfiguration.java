package cn.sihong.platform.print;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

@AutoConfiguration
class PrintConfiguration {

    /** Two large files are read for it: a service that prints nothing never does. */
    @Bean
    @Lazy
    Typeface typeface() {
        return new Typeface();
    }
}
