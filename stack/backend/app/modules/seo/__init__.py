"""What the site tells machines about itself: sitemap, feed, robots.txt."""
